/**
 * A short id for a new site: letters, figures and single hyphens, none of those taken, which it
 * then joins. One that is taken gets the next free number.
 *
 * @param words what the id says, in Latin letters; `site` stands in where no letter is left
 */
export function suggestId(words: readonly string[], taken: Set<string>): string {
	const plain =
		words
			.join(' ')
			.normalize('NFKD')
			.replace(/[\p{M}'’]/gu, '')
			.toLowerCase()
			.replace(/[^a-z0-9]+/g, '-')
			.replace(/^-|-$/g, '') || 'site';
	let id = plain;
	for (let n = 2; taken.has(id); n++) id = `${plain}-${n}`;
	taken.add(id);
	return id;
}
