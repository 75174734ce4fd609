import type { CoordinateColumns } from '../../lib/files/csv-columns';
import { Unsettled, Unusable, type Questions } from './questions';
import type { Locate } from './read-input';

/**
 * The coordinate columns of a table: as given, else those whose names say so, else by asking.
 *
 * @param given column by field
 * @returns a function that throws `Unsettled` if nobody can be asked
 */
export function locateColumns(given: ReadonlyMap<string, string>, questions: Questions): Locate {
	return async (header, isClear) => {
		if (isClear && !given.has('lng') && !given.has('lat')) return null;
		const settle = (name: keyof CoordinateColumns, what: string) =>
			questions.settle({
				option: `--map ${name}=<column>`,
				text: `Column of the ${what}, one of ${header.join(', ')}`,
				given: given.get(name),
				read: (answer) => {
					if (header.includes(answer)) return header.indexOf(answer);
					throw new Unusable(`There is no column "${answer}"; there are ${header.join(', ')}.`);
				}
			});
		const lng = await settle('lng', 'longitude');
		const lat = await settle('lat', 'latitude');
		if (lng === null || lat === null) throw new Unsettled();
		return { lng, lat };
	};
}
