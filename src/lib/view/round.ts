/** A number as a link can carry it, to so many digits behind the point. */
export function round(value: number, digits: number): number {
	// −0 would be written as 0 and so not read back as itself.
	return Number(value.toFixed(digits)) || 0;
}
