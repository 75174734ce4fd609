import served from '$served/gazetteer.json';
import { createGazetteer, findMentions } from '../text/mentions';
import type { Find } from './finder';

/** `data/gazetteer.js`: the names of the atlas, and what finds them, for the pages of others. */
const gazetteer = createGazetteer(served.names.map(([name, site, lang]) => ({ name, site, lang })));
const find: Find = (text) => findMentions(gazetteer, text);

window.DistrictAtlas = Object.assign(window.DistrictAtlas ?? {}, { find });
