import { jsonPathText, type JsonPath } from '../../source/json-path';

/** What a field is called in its record, such as `name.zh`: its path without the record's own. */
export function fieldName(path: JsonPath): string {
	const [list] = path;
	const own = list === 'features' ? 3 : list === 'sources' ? 2 : 0;
	return jsonPathText(path.slice(own));
}
