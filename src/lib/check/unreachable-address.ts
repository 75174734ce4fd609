import type { Bilingual } from '../atlas/schema';
import type { SourceData } from '../source/types';
import { inside, placeOfLayer, placeOfSource, type Place } from './walk';
import type { Rule } from './rule';

export const unreachableAddress: Rule = {
	name: 'unreachable-address',
	why: {
		zh: '只有自己打得开的网址，读者无从查证。',
		en: 'An address that only its writer can open lets nobody check the source.'
	},
	severity: 'error',
	find: (data) =>
		addressesOf(data).flatMap(({ place, url }) => {
			const fault = faultOf(url);
			if (!fault) return [];
			return [
				{
					...place,
					message: { zh: `网址${url}${fault.zh}。`, en: `The address ${url} ${fault.en}.` },
					fix: {
						zh: '写读者在浏览器里打得开的公开网址；没有就写null。',
						en: 'Write the public address that opens in any browser, or null if there is none.'
					}
				}
			];
		})
};

function addressesOf(data: SourceData): { place: Place; url: string }[] {
	return [
		...data.sources.map((source) => ({
			place: inside(placeOfSource(data, source), 'url'),
			url: source.url
		})),
		...data.layers.map(({ record }) => ({
			place: inside(placeOfLayer(record.id), 'attributionUrl'),
			url: record.attributionUrl ?? null
		}))
	].flatMap(({ place, url }) => (url === null ? [] : [{ place, url }]));
}

/** Hosts of one machine or one house: RFC 6761, RFC 1918 and RFC 3927. */
const PRIVATE =
	/^(?:localhost|.*\.(?:localhost|local|internal|test|invalid)|127\..*|10\..*|192\.168\..*|169\.254\..*|172\.(?:1[6-9]|2\d|3[01])\..*|\[.*\])$/;

function faultOf(url: string): Bilingual | null {
	if (!URL.canParse(url)) return { zh: '不是完整的网址', en: 'is not a whole address' };
	const { hostname, username, password } = new URL(url);
	if (username || password)
		return { zh: '带着用户名或密码', en: 'carries a user name or password' };
	if (PRIVATE.test(hostname)) {
		return { zh: '只在一台电脑或一个内网里有效', en: 'works on one machine or network only' };
	}
	if (!hostname.includes('.')) return { zh: '没有完整的域名', en: 'has no whole host name' };
	if (/[\u3000-\u303F\uFF00-\uFFEF”’…]/u.test(url)) {
		return { zh: '混进了全角标点', en: 'has a full-width sign in it' };
	}
	return null;
}
