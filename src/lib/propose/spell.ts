import { pinyin } from 'pinyin-pro';

/** A Chinese text in pinyin without tones, one item a syllable; ü is u, as in ids. */
export function spell(chinese: string): string[] {
	return pinyin(chinese, {
		toneType: 'none',
		type: 'array',
		v: false,
		nonZh: 'consecutive'
	}).map((syllable) => syllable.replaceAll('ü', 'u'));
}
