import type { Lang } from '../atlas/atlas';
import type { Source } from '../atlas/schema';
import { WORDS } from './words';

/** Who says it, in a word or two: the publisher, or what kind of source it is without one. */
export function publisherOf({ kind, publisher }: Source, lang: Lang): string {
	const { words, strings } = WORDS[lang];
	if (publisher) return publisher[lang];
	return kind === 'article' || kind === 'search' ? words.sourceKinds[kind] : strings.noPublisher;
}
