import type { OwnFeature } from '../../../files/own-file';

const NAME = /^(?:name|title|label|名称|名字|站名|地名|标题|name[_:]?(?:zh|cn|en))$/i;
const MOST = 60;

/** What to call a feature, as one line of text: its name, or its number from 1. */
export function featureName(
	properties: OwnFeature['properties'] | undefined,
	index: number
): string {
	const named = Object.entries(properties ?? {}).find(
		([key, value]) => NAME.test(key.trim()) && value !== null && value !== ''
	);
	const text = String(named?.[1] ?? `#${index + 1}`)
		.slice(0, MOST * 2)
		.replaceAll(/\s+/g, ' ')
		.trim();
	return text.length > MOST ? `${text.slice(0, MOST)}…` : text;
}
