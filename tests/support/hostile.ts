/**
 * Texts that somebody might put wherever a text can come in. Whatever runs in spite of all sets
 * `__pwned` on the page; whatever pollutes leaves `polluted` on every object.
 */
const RUNS = 'globalThis.__pwned=1';

/** Addresses that run something, hide where they lead, or lead to a host that is not named. */
export const HOSTILE_LINKS = [
	`javascript:${RUNS}`,
	`JaVaScRiPt:${RUNS}`,
	`java\tscript:${RUNS}`,
	`java\nscript:${RUNS}`,
	` javascript:${RUNS}`,
	`\u0001javascript:${RUNS}`,
	`\u200Bjavascript:${RUNS}`,
	`javascript\u00AD:${RUNS}`,
	`javascript&colon;${RUNS}`,
	`javascript://example.org/%0A${RUNS}`,
	`ｊａｖａｓｃｒｉｐｔ:${RUNS}`,
	`jar:javascript:${RUNS}`,
	`view-source:javascript:${RUNS}`,
	`data:text/html,<script>${RUNS}</script>`,
	'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==',
	`vbscript:${RUNS}`,
	'blob:https://example.org/1',
	'file:///etc/passwd',
	'filesystem:https://example.org/x',
	'ftp://example.org/x',
	'ws://example.org/',
	'about:blank',
	'//example.org/x',
	'/\\example.org/x',
	'\\\\example.org\\x',
	'https:\\\\example.org',
	'https:example.org',
	'https:///example.org',
	'https:/example.org',
	'https://',
	'https://exa mple.org/',
	'https://example.org/\u202Egpj.exe',
	'https://example.org/"onmouseover="x',
	'https://example.org/<script>',
	'https://example.org/\u0000',
	'https\u003A//\u2028example.org',
	'intent://x#Intent;scheme=javascript;end',
	'tel:110',
	'',
	'#',
	'.'
] as const;

/** Texts: markup, templates, styles, formulas, what turns writing around, what nobody sees. */
export const HOSTILE_TEXTS = [
	`<script>${RUNS}</script>`,
	`"><img src=x onerror="${RUNS}">`,
	`'><svg onload='${RUNS}'>`,
	`</title></script></style></textarea><script>${RUNS}</script>`,
	`<iframe srcdoc="<script>parent.__pwned=1</script>"></iframe>`,
	`<a href="javascript:${RUNS}">x</a>`,
	`<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=javascript:${RUNS}">`,
	`]]><script>${RUNS}</script><![CDATA[`,
	`<!--><script>${RUNS}</script>-->`,
	`\${${RUNS}}{{${RUNS}}}{@html ${RUNS}}<%= ${RUNS} %>`,
	`{{constructor.constructor('${RUNS}')()}}`,
	'</style><style>*{display:none!important}</style>',
	'red;background:url(javascript:1);position:fixed;inset:0',
	'}*{display:none}',
	'=HYPERLINK("https://evil.example/","x")',
	"=cmd|' /C calc'!A0",
	'+1+1',
	'-1+1',
	'@SUM(1)',
	'\t=1+1',
	'\r=1+1',
	'\n=1+1',
	'\u0000=1+1',
	'＝1+1',
	'\u3164',
	'\u2800\uFFA0',
	'\u202Egpj.exe\u202C',
	'\u2066\u2067\u202D\u200F',
	'\u2069\u202Etxt)',
	'שלום (1',
	'١ مخطط',
	'\u200B\u200C\u200D\u2060\uFEFF',
	'\uD800',
	'\u0000\u0007\u001B[31m',
	'__proto__',
	'constructor',
	'toString',
	'hasOwnProperty',
	'%00%0a%0d%2e%2e%2f',
	'../../../../etc/passwd',
	'$&$1$`',
	'NaN',
	'1e999',
	'-0',
	'9'.repeat(400)
] as const;

/** A name of one mebibyte. */
export const LONG_TEXT = '长'.repeat(2 ** 20);

/** JSON with keys that reach for the prototype of every object. */
export const POLLUTING_JSON =
	'{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';

/** JSON nested so deep that a reader which calls itself ends the stack. */
export const DEEP_JSON = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;

/** XML whose entities double at each step, or fetch a file. */
export const XML_ENTITIES = [
	`<!DOCTYPE kml [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]><kml><Placemark><name>&c;</name><Point><coordinates>1,2</coordinates></Point></Placemark></kml>`,
	`<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]><kml><Placemark><name>&x;</name><Point><coordinates>1,2</coordinates></Point></Placemark></kml>`
] as const;

/** Why every object is not as it was; empty if nothing has happened. */
export function pollution(): string[] {
	return [
		...Object.keys(Object.prototype),
		...('polluted' in {} ? ['polluted'] : []),
		...('__pwned' in globalThis ? ['__pwned'] : [])
	];
}
