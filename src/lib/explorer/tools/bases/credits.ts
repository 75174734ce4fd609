import type { Lang } from '../../../atlas/atlas';
import type { PublishedBases } from '../../../atlas/schema';
import type { Base } from '../../../view/base';

/** A line that says whom something on the map is owed to. */
export interface Credit {
	text: string;
	/** `null`: no link, for what another server wrote. */
	url: string | null;
}

const PROTOMAPS: Record<Lang, Credit> = {
	zh: {
		text: 'Protomaps © OpenStreetMap 贡献者（ODbL）',
		url: 'https://www.openstreetmap.org/copyright'
	},
	en: {
		text: 'Protomaps © OpenStreetMap contributors (ODbL)',
		url: 'https://www.openstreetmap.org/copyright'
	}
};

const TIANDITU: Record<Lang, Credit> = {
	zh: { text: '天地图', url: 'https://www.tianditu.gov.cn/' },
	en: { text: 'Tianditu', url: 'https://www.tianditu.gov.cn/' }
};

/** Whom a base is owed to, with what the publisher says of it. */
export function creditsOfBase(
	base: Base,
	{ protomaps, tianditu }: PublishedBases,
	lang: Lang
): Credit[] {
	const isTianditu = base === 'tianditu';
	const isPublished = typeof base !== 'string' && base.url === protomaps?.url;
	const own = isTianditu ? tianditu?.attribution : isPublished ? protomaps?.attribution : undefined;
	return [
		isTianditu ? TIANDITU[lang] : PROTOMAPS[lang],
		...(own ? [{ text: own[lang], url: null }] : [])
	];
}
