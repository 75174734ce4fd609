import type { Lang } from '../../atlas/atlas';

const en = {
	newVersion: 'There is a new version of this atlas.',
	filesAgain: 'You will have to open your own files again.',
	load: 'Load it',
	later: 'Later'
};

/** Words for versions of the site. Each language has the same keys. */
export const offlineStrings: Record<Lang, typeof en> = {
	en,
	zh: {
		newVersion: '图志有了新版本。',
		filesAgain: '载入后，自己的文件要重新打开。',
		load: '载入新版本',
		later: '以后再说'
	}
};
