import { asset } from '$app/paths';

/**
 * A file of `/data/` as JSON.
 *
 * @throws Error that names the file and says what the server answered
 */
export async function fetchData<T>(file: string): Promise<T> {
	const response = await fetch(asset(`/data/${file}`));
	if (!response.ok) throw new Error(`data/${file} answered ${response.status}.`);
	return (await response.json()) as T;
}
