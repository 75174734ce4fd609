import type { Bilingual } from '../../lib/atlas/schema';
import { decode } from '../../lib/source/read-text';
import type { Issue } from '../../lib/source/types';
import { nodeAt, parseJson } from '../../lib/text/json-positions';
import { lineAt } from '../../lib/text/line-at';
import type { AttributeChoice } from './attributes';
import type { FeatureFault } from './feature-faults';
import type { FoundFeature, ScanFault } from './feature-scan';

/** Issues that are told in full; the others are only counted. */
const TOLD = 50;

const MEND: Bilingual = {
	zh: '改正这一处，或重新导出文件。',
	en: 'Mend this place, or export the file again.'
};

/** Thrown when what follows can't be read. */
export class Stop extends Error {}

/** What is wrong with a file, each with its place in it. */
export class FaultList {
	readonly issues: Issue[] = [];
	/** With those that are only counted. */
	total = 0;

	constructor(readonly file: string) {}

	/** A fault of a feature, whose text this is. */
	add(
		found: FoundFeature,
		text: string,
		fault: FeatureFault,
		id: string | number | undefined
	): void {
		const { root } = this.total < TOLD ? parseJson(text) : { root: null };
		this.#at(found, text, root ? nodeAt(root, fault.path).start : 0, fault, id);
	}

	/** @throws Stop: a text that is not JSON may end anywhere */
	notJson(found: FoundFeature, text: string): never {
		const [fault] = parseJson(text).faults;
		const message = {
			zh: `这不是JSON：${fault?.message.zh ?? '无法解析'}。`,
			en: `This is not JSON: ${fault?.message.en ?? 'it can’t be parsed'}.`
		};
		this.#at(found, text, fault?.offset ?? 0, { message, fix: MEND });
		throw new Stop();
	}

	/** @throws Stop: the rest will be in the same encoding */
	notUtf8({ bytes, line, column }: Pick<FoundFeature, 'bytes' | 'line' | 'column'>): never {
		for (const issue of decode(bytes, this.file).issues) {
			const isFirst = (issue.line ?? 1) === 1;
			const at = isFirst && issue.column ? { column: column + issue.column - 1 } : {};
			this.#report({ ...issue, line: line + (issue.line ?? 1) - 1, ...at });
		}
		throw new Stop();
	}

	/** Checks the member `crs` of 2008's GeoJSON. */
	checkCrs(crs: string | null): void {
		if (crs === null || crs === 'null' || /CRS:?84|EPSG:+(.*:)?4326"/.test(crs)) return;
		this.#report({
			rule: 'geojson',
			severity: 'error',
			file: this.file,
			message: {
				zh: `成员"crs"写的坐标系不是WGS-84：${crs.slice(0, 100)}。`,
				en: `The member "crs" names another system than WGS-84: ${crs.slice(0, 100)}.`
			},
			fix: {
				zh: '用WGS-84的度数（EPSG:4326）导出文件，例如用ogr2ogr -t_srs EPSG:4326。',
				en: 'Export the file in WGS-84 degrees (EPSG:4326), for example with ogr2ogr -t_srs EPSG:4326.'
			}
		});
	}

	/** What kept the rest from being read. */
	stop({ told, line, column }: ScanFault): void {
		this.#report({
			...{ rule: 'geojson', severity: 'error', file: this.file, line, column },
			message: {
				zh: `这不是JSON，或不是GeoJSON可用的JSON：${told.zh}。`,
				en: `This is not JSON, or none that GeoJSON allows: ${told.en}.`
			},
			fix: MEND
		});
	}

	/** Checks what a whole file should have. */
	checkWhole(hasPlace: boolean, choice: AttributeChoice, found: ReadonlySet<string>): void {
		const problem = (message: Bilingual, fix: Bilingual) =>
			this.#report({ rule: 'geojson', severity: 'error', file: this.file, line: 1, message, fix });
		if (!hasPlace)
			problem(
				{ zh: '没有一个要素带几何图形。', en: 'No feature has a geometry.' },
				{
					zh: '看看导出时是否带上了几何图形。',
					en: 'Check that the export took the geometry along.'
				}
			);
		const { keep, drop, rank, id } = choice;
		const named = [...(keep ?? []), ...drop, ...[rank, id].filter((name) => name !== null)];
		const names = [...found].slice(0, 50).join(', ');
		for (const name of named.filter((name) => !found.has(name)))
			problem(
				{ zh: `没有一个要素有属性"${name}"。`, en: `No feature has the attribute "${name}".` },
				{ zh: `从文件所有的属性里选：${names}。`, en: `Choose among those of the file: ${names}.` }
			);
	}

	#at(
		{ line, column }: FoundFeature,
		text: string,
		offset: number,
		{ message, fix }: Pick<Issue, 'message' | 'fix'>,
		id?: string | number
	): void {
		const at = this.total < TOLD ? lineAt(text, offset) : { line: 1, column: 1 };
		this.#report({
			...{ rule: 'geojson', severity: 'error', file: this.file },
			line: line + at.line - 1,
			column: at.line === 1 ? column + at.column - 1 : at.column,
			...(id === undefined ? {} : { feature: String(id) }),
			message,
			fix
		});
	}

	#report(issue: Issue): void {
		if (this.total++ < TOLD) this.issues.push(issue);
	}
}
