import type { Lang } from '../../atlas/atlas';

const en = {
	site: (name: string, status: string, standing: string) => `${name}: ${status}, ${standing}`,
	licence: 'Own texts and data: CC BY 4.0'
};

/** What only a picture of the map says; each language has the same keys. */
export const pictureStrings: Record<Lang, typeof en> = {
	en,
	zh: {
		site: (name, status, standing) => `${name}：${status}，${standing}`,
		licence: '文字与自有数据CC BY 4.0'
	}
};
