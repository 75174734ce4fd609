import type { Lang } from '../../../atlas/atlas';
import type { Column } from '../../../view/table';

const en = {
	heads: {
		name: 'Place',
		other: 'Chinese name',
		status: 'Status',
		since: 'Since / as of',
		theme: 'Theme',
		kind: 'Kind',
		precision: 'Location',
		accuracy: 'Accuracy',
		promise: 'Promise',
		outcome: 'Outcome',
		line: 'Line',
		length: 'Length (km)',
		passages: 'Paragraphs',
		lng: 'Longitude (WGS-84)',
		lat: 'Latitude (WGS-84)',
		sources: 'Sources'
	} satisfies Record<Column, string>,
	columns: 'Columns',
	places: (count: number) => (count === 1 ? '1 place' : `${count} places`),
	schematicPart: (length: string) => `${length} of it schematic`,
	lengthNote: 'Lengths are those of the drawn lines; of some only known points are joined.',
	perhaps: 'only perhaps',
	radius: 'radius',
	schematic: 'schematic',
	notLoaded: 'not loaded'
};

/** Words of the table of sites. Each language has the same keys. */
export const tableStrings: Record<Lang, typeof en> = {
	en,
	zh: {
		heads: {
			name: '地点',
			other: '英文名',
			status: '状态',
			since: '起始／截至',
			theme: '主题',
			kind: '类别',
			precision: '位置',
			accuracy: '误差',
			promise: '承诺',
			outcome: '兑现情况',
			line: '线路',
			length: '长度（公里）',
			passages: '段落',
			lng: '经度（WGS-84）',
			lat: '纬度（WGS-84）',
			sources: '来源数'
		},
		columns: '显示的列',
		places: (count) => `${count}处`,
		schematicPart: (length) => `其中示意${length}`,
		lengthNote: '长度按图上的线量得；示意的线只连接已知的点。',
		perhaps: '可能符合',
		radius: '半径',
		schematic: '示意',
		notLoaded: '未载入'
	}
};
