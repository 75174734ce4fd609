/** Name of an empty image of so many CSS pixels: it draws nothing and keeps names away. */
export function roomName(width: number, height: number): string {
	return `room:${Math.ceil(width)}x${Math.ceil(height)}`;
}

/** The size in an image's name; `null` if it is not a room's. */
export function roomSize(name: string): { width: number; height: number } | null {
	const [, width, height] = /^room:(\d+)x(\d+)$/.exec(name) ?? [];
	return width && height ? { width: Number(width), height: Number(height) } : null;
}
