import { tag } from 'jieba-wasm';
import { pinyin } from 'pinyin-pro';
import type { Languages } from '../lib/propose/proposals';

/** Words and pinyin of Chinese, by the dictionaries of jieba and pinyin-pro. */
export const CHINESE: Languages = {
	tag: (text) => tag(text, true),
	spell: (chinese) =>
		pinyin(chinese, { toneType: 'none', type: 'array', v: false, nonZh: 'consecutive' }).map(
			(syllable) => syllable.replaceAll('ü', 'u')
		)
};
