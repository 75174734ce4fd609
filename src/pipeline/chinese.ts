import { tag } from 'jieba-wasm';
import type { Languages } from '../lib/propose/proposals';
import { spell } from '../lib/propose/spell';

/** Words and pinyin of Chinese, by the dictionaries of jieba and pinyin-pro. */
export const CHINESE: Languages = { tag: (text) => tag(text, true), spell };
