import type { Lang } from '../atlas/atlas';

/** The size of a file: 51 kB, 1.2 MB; a kilobyte has 1000 bytes. */
export function formatBytes(bytes: number, lang: Lang): string {
	const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'kB'] : [bytes / 1e6, 'MB'];
	const digits = value < 10 ? 1 : 0;
	const locale = lang === 'zh' ? 'zh-CN' : 'en-GB';
	return `${new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value)} ${unit}`;
}
