import type { Lang } from '../atlas/atlas';
import { en as explorerEn } from '../explorer/strings/en';
import { zh as explorerZh } from '../explorer/strings/zh';
import { en } from './strings/en';
import { zh } from './strings/zh';

/** Words of the pages, and of the explorer, whose names of statuses, kinds and outcomes they share. */
export const WORDS = {
	zh: { words: zh, strings: explorerZh },
	en: { words: en, strings: explorerEn }
} satisfies Record<Lang, object>;
