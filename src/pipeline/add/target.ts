import { LAYER_PROPERTIES, type LayerType } from '../../lib/atlas/schema';
import { KINDS, STATUSES, THEMES } from '../../lib/atlas/terms';

/** What a file is added as: sites, or a layer of a type. */
export type Target = 'sites' | LayerType;

export const TARGETS: readonly Target[] = [
	'sites',
	...(Object.keys(LAYER_PROPERTIES) as LayerType[])
];

/** One property that a column can fill. */
export interface Field {
	/** As `--map` names it: `name.zh`. */
	name: string;
	/** Whether each feature must have it. */
	isNeeded: boolean;
	/** How a value is read: one of these words, or by its form. */
	of: readonly string[] | 'text' | 'texts' | 'id' | 'flag' | 'metres' | 'lines' | 'station';
	/** Names of columns that hold it, in small letters; the surest first. */
	columns: readonly RegExp[];
}

const CLASS = /^(?:class|fclass|highway|type|类型|类别|等级|道路等级|道路类型|kind)$/;

const ID: Field = { name: 'id', isNeeded: false, of: 'id', columns: [/^(?:id|slug)$/] };
const NAME = /^(?:name|title|label|名称|名字|标题|站名|地名|路名|道路名称)$/;
const NAME_ZH = /^(?:中文名称?|name[_:.]?(?:zh|cn|ch|zh[-_]hans)|(?:zh|cn)[_:.]?name)$/;
const NAME_EN = /^(?:英文名称?|英文|english|(?:en|eng)[_:.]?name|name[_:.]?(?:en|eng))$/;

function names(isNeeded: boolean): Field[] {
	return [
		{ name: 'name.zh', isNeeded, of: 'text', columns: [NAME_ZH, NAME] },
		{ name: 'name.en', isNeeded, of: 'text', columns: [NAME_EN, NAME] }
	];
}

const ALIASES: Field[] = [
	{
		name: 'aliases.zh',
		isNeeded: false,
		of: 'texts',
		columns: [/^(?:aliases[_:.]zh|别名|曾用名)$/]
	},
	{ name: 'aliases.en', isNeeded: false, of: 'texts', columns: [/^aliases[_:.]en$/] }
];

const CONFIDENCE: Field = {
	name: 'nameConfidence',
	isNeeded: false,
	of: LAYER_PROPERTIES.green.entries.nameConfidence.wrapped.options,
	columns: [/^nameconfidence$/]
};

const LINES: Field = {
	name: 'lines',
	isNeeded: true,
	of: 'lines',
	columns: [/^(?:lines?|线路|所属线路|线路名称)$/]
};

function choice(name: string, options: readonly string[], columns: RegExp): Field {
	return { name, isNeeded: true, of: options, columns: [columns] };
}

function station(name: string, columns: RegExp): Field {
	return { name, isNeeded: true, of: 'station', columns: [columns] };
}

const FIELDS: Readonly<Record<Target, readonly Field[]>> = {
	sites: [
		...names(true),
		...ALIASES,
		choice('kind', KINDS, /^(?:kind|类型|类别|种类)$/),
		choice('theme', THEMES, /^(?:theme|主题|专题)$/),
		{ name: 'accuracy', isNeeded: true, of: 'metres', columns: [/^(?:accuracy|精度|误差)$/] }
	],
	water: [...names(false), choice('kind', LAYER_PROPERTIES.water.entries.kind.options, CLASS)],
	green: [...names(false), CONFIDENCE],
	road: [
		...names(false),
		choice('class', LAYER_PROPERTIES.road.entries.class.options, CLASS),
		CONFIDENCE,
		{ name: 'schematic', isNeeded: false, of: 'flag', columns: [/^schematic$/] }
	],
	railway: [...names(false), CONFIDENCE],
	'metro-track': [
		LINES,
		station('from', /^(?:from|起点|起点站)$/),
		station('to', /^(?:to|终点|终点站)$/)
	],
	'metro-station': [
		...names(true),
		...ALIASES,
		LINES,
		choice('status', STATUSES, /^(?:status|状态|现状)$/)
	],
	label: [...names(true), choice('class', LAYER_PROPERTIES.label.entries.class.options, CLASS)]
};

/** The properties that can be mapped for a target, in the order in which they are asked for. */
export function fieldsOf(target: Target): readonly Field[] {
	return [...FIELDS[target], ID];
}
