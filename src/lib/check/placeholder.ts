import { jsonPathText } from '../source/json-path';
import { inside, recordsOf, walk } from './walk';
import type { Finding, Rule } from './rule';

/** What people write where a text is still missing. */
const PLACEHOLDER =
	/^(?:[-–—.…?？*_/\\]+|x{2,}|t\.?b\.?[adc]\.?|todo\b.*|fixme\b.*|n\/?a|none|null|lorem ipsum.*|待(?:补|定|填|查|核|写).{0,4}|暂(?:无|缺|空)|未填|无|空)$/iu;

/** Whether a text only stands for one that is still missing. */
export function isPlaceholder(text: string): boolean {
	return PLACEHOLDER.test(text.trim());
}

export const placeholder: Rule = {
	name: 'placeholder',
	why: {
		zh: '占位的文字会原样出现在页面上。',
		en: 'What stands in for a missing text is shown to readers as it is.'
	},
	severity: 'error',
	find: (data) =>
		recordsOf(data).flatMap(({ place, record }) => {
			const findings: Finding[] = [];
			walk(record, (value, key, path) => {
				const isText = key === 'zh' || key === 'en' || key === 'title' || key === 'locator';
				if (!isText || typeof value !== 'string' || !isPlaceholder(value)) return;
				// rule `basis` says more of these
				if (path.includes('basis')) return;
				const name = jsonPathText(path);
				findings.push({
					...inside(place, ...path),
					message: {
						zh: `"${name}"是“${value}”，只是占位。`,
						en: `"${name}" is "${value}", which only stands in for a text.`
					},
					fix: {
						zh: '写上内容；可以不写的就删去这一项。',
						en: 'Write the text, or take the property out where it may be missing.'
					}
				});
			});
			return findings;
		})
};
