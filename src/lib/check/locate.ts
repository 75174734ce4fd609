import { nodeAt } from '../text/json-positions';
import { lineFrom } from '../text/line-at';
import type { SourceData } from '../source/types';
import type { Place } from './walk';

/**
 * Line and column of a place, counted from 1, as far as its file is known: a value that is not
 * there is told at what should hold it.
 */
export function locate(
	{ files }: Pick<SourceData, 'files'>,
	{ file, path, offset }: Place
): { line: number; column: number } | null {
	const known = files.get(file);
	if (!known) return null;
	if (offset !== undefined) return lineFrom(known.lines, offset);
	if (!path || !known.root) return null;
	return lineFrom(known.lines, nodeAt(known.root, path).start);
}
