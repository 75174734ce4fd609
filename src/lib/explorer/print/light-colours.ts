import { LIGHT } from '../../style/palette';

/** Gives what is inside an element the light colours of marks and lines: paper is light by night. */
export function lightColours({ style }: HTMLElement): void {
	const { name: _, status, ...colours } = LIGHT;
	for (const [key, colour] of Object.entries(colours)) style.setProperty(`--map-${key}`, colour);
	for (const [key, colour] of Object.entries(status)) style.setProperty(`--status-${key}`, colour);
}
