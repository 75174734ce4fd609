import {
	Day,
	Id,
	LayerRecord,
	type Bilingual,
	type LayerRecord as Record_,
	type LayerType,
	type Source
} from '../../lib/atlas/schema';
import type { SourceData } from '../../lib/source/types';
import { Unusable, type Questions } from './questions';
import { needed, one } from './settle-source';
import { slug } from './slug';

/** What the command line says of a layer's record. */
export interface GivenRecord {
	id?: string | undefined;
	titleZh?: string | undefined;
	titleEn?: string | undefined;
	licence?: string | undefined;
	attributionZh?: string | undefined;
	attributionEn?: string | undefined;
	asOf?: string | undefined;
	accuracy?: string | undefined;
}

/** The record of a layer, but for what follows from the file. */
export type SettledRecord = Omit<Record_, 'sources' | 'conversion'>;

/** The group of the record of a layer of each type. */
export const GROUPS: Readonly<Record<LayerType, Record_['group']>> = {
	water: 'base',
	green: 'base',
	road: 'roads',
	railway: 'rail',
	'metro-track': 'rail',
	'metro-station': 'rail',
	label: 'labels'
};

const LICENCES = LayerRecord.entries.licence;

/** Settles licence: as given, as that of the layers from the same source, or by asking. */
export function settleLicence(
	data: SourceData,
	source: Source | undefined,
	given: string | undefined,
	questions: Questions
): Promise<Record_['licence'] | null> {
	const used = new Set(siblingsOf(data, source).map(({ licence }) => licence));
	return questions.settle({
		option: `--licence <${LICENCES.options.join('|')}>`,
		text: `Licence, one of ${LICENCES.options.join(', ')}; what is made from OpenStreetMap is ODbL-1.0`,
		given,
		guess: used.size === 1 ? [...used][0] : undefined,
		isCertain: true,
		read: one(LICENCES, `none of ${LICENCES.options.join(', ')}`)
	});
}

/** Settles what a layer's record says; `null` if something stays open. */
export async function settleRecord(
	type: LayerType,
	file: string,
	data: SourceData,
	source: Source | undefined,
	given: GivenRecord,
	questions: Questions
): Promise<SettledRecord | null> {
	const id = await questions.settle({
		option: '--id <id>',
		text: 'Id of the layer (a-z, 0-9 and single hyphens)',
		given: given.id,
		guess: slug(file.replace(/\.\w+$/, '')) || undefined,
		read: one(Id, 'no id (a-z, 0-9 and single hyphens)')
	});
	const title = await settleBoth('title', 'Title of the layer', given.titleZh, given.titleEn, {
		questions
	});
	const licence = await settleLicence(data, source, given.licence, questions);
	const sibling = siblingsOf(data, source)[0];
	const attribution = await settleBoth(
		'attribution',
		'The line that must be shown with it',
		given.attributionZh,
		given.attributionEn,
		{ questions, guess: sibling?.attribution ?? byPublisher(source) }
	);
	const asOf = await questions.settle({
		option: '--as-of <day>',
		text: 'Day of the data, as 2026-03-01, 2026-03 or 2026',
		given: given.asOf,
		guess: source?.date ?? undefined,
		isCertain: true,
		read: one(Day, 'no day as 2026-03-01, 2026-03 or 2026')
	});
	const accuracy = await questions.settle({
		option: '--accuracy <best>[-<worst>]',
		text: 'Accuracy in metres, the best and the worst of its features, as 10-30',
		given: given.accuracy,
		read: readAccuracy
	});
	if (!id || !title || !licence || !attribution || !asOf || !accuracy) return null;
	const link = sibling?.attributionUrl;
	return {
		schema: 1,
		id,
		type,
		title,
		group: GROUPS[type],
		licence,
		attribution,
		...(link !== undefined &&
			sameText(attribution, sibling?.attribution) && { attributionUrl: link }),
		asOf,
		accuracy
	};
}

function sameText(a: Bilingual, b: Bilingual | undefined): boolean {
	return a.zh === b?.zh && a.en === b?.en;
}

/** Records of the layers that come from a source alone. */
function siblingsOf({ layers }: SourceData, source: Source | undefined): Record_[] {
	return layers.flatMap(({ record }) => {
		return source && record.sources.length === 1 && record.sources[0] === source.id ? [record] : [];
	});
}

function byPublisher(source: Source | undefined): Bilingual | undefined {
	const publisher = source?.publisher;
	return publisher ? { zh: `© ${publisher.zh}`, en: `© ${publisher.en}` } : undefined;
}

async function settleBoth(
	option: string,
	text: string,
	zh: string | undefined,
	en: string | undefined,
	{ questions, guess }: { questions: Questions; guess?: Bilingual | undefined }
): Promise<Bilingual | null> {
	const settle = (lang: 'zh' | 'en', name: string, given: string | undefined) =>
		questions.settle({
			option: `--${option}-${lang} <text>`,
			text: `${text}, in ${name}`,
			given,
			guess: guess?.[lang],
			isCertain: true,
			read: needed
		});
	const chinese = await settle('zh', 'Chinese', zh);
	const english = await settle('en', 'English', en);
	return chinese !== null && english !== null ? { zh: chinese, en: english } : null;
}

function readAccuracy(answer: string): [number, number] {
	const [, best, worst] =
		/^\s*(\d+(?:\.\d+)?)\s*(?:[-–,]\s*(\d+(?:\.\d+)?))?\s*m?\s*$/.exec(answer) ?? [];
	if (best === undefined) throw new Unusable(`"${answer}" is no accuracy in metres, as 10-30.`);
	return [Number(best), Number(worst ?? best)];
}
