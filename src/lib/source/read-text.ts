import type { FolderFiles } from './folder-files';
import type { Issue } from './types';

/** Bytes that some editors put before a text. */
const BOM = '\uFEFF';

/**
 * A text file of the data folder as a text, without byte order mark; `null` if it is missing or
 * not UTF-8, which the issues then say together with what it looks like.
 */
export function readText(
	files: FolderFiles,
	file: string
): { text: string | null; issues: Issue[] } {
	const bytes = files.get(file) ?? { code: 'ENOENT' };
	return 'code' in bytes
		? { text: null, issues: [unreadable(file, bytes.code)] }
		: decode(bytes, file);
}

/** The text of a file's bytes; see `readText`. */
export function decode(bytes: Uint8Array, file: string): { text: string | null; issues: Issue[] } {
	const text = decodeAs(bytes, 'utf-8');
	if (text === null || text.includes('\0')) {
		return { text: null, issues: [notUtf8(bytes, file)] };
	}
	const issues: Issue[] = [];
	if (text.startsWith(BOM)) issues.push(withBom(file));
	const lost = text.indexOf('\uFFFD');
	if (lost >= 0) issues.push(withLostText(text, lost, file));
	return { text: text.replace(BOM, ''), issues };
}

function decodeAs(bytes: Uint8Array, encoding: string): string | null {
	try {
		return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return null;
	}
}

function unreadable(file: string, code: string): Issue {
	const missing = code === 'ENOENT';
	return {
		rule: 'missing-file',
		severity: 'error',
		file,
		message: missing
			? { zh: '没有这个文件。', en: 'The file is not there.' }
			: { zh: `文件打不开（${code}）。`, en: `The file can't be opened (${code}).` },
		fix: missing
			? {
					zh: '补上它，或把它的名字从atlas.json里删去；docs/data.md说明了它的内容。',
					en: 'Add it, or take its name out of atlas.json; docs/data.md shows what it holds.'
				}
			: { zh: '换成有权读取的普通文件。', en: 'Make it a plain file that you may read.' }
	};
}

function notUtf8(bytes: Uint8Array, file: string): Issue {
	const looks = looksLike(bytes);
	const convert = looks && `iconv -f ${looks} -t UTF-8 ${file}`;
	return {
		rule: 'encoding',
		severity: 'error',
		file,
		line: lineOfFault(bytes),
		column: 1,
		message: {
			zh: `文字编码不是UTF-8${looks ? `，看起来是${looks}` : ''}。`,
			en: `The text is not UTF-8${looks ? `; it looks like ${looks}` : ''}.`
		},
		fix: convert
			? {
					zh: `另存为UTF-8（记事本：另存为，编码选UTF-8），或运行：${convert}`,
					en: `Save it as UTF-8 (in Notepad: Save as, encoding UTF-8), or run: ${convert}`
				}
			: {
					zh: '重新导出为UTF-8；它也可能是图片或压缩包。',
					en: 'Export it again as UTF-8; it may be a picture or an archive.'
				}
	};
}

function looksLike(bytes: Uint8Array): string | null {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE';
	// ASCII punctuation in UTF-16 without a mark: every second byte is zero
	const head = bytes.subarray(0, 400);
	const zeros = [0, 1].map((odd) => head.filter((byte, i) => i % 2 === odd && byte === 0).length);
	if ((zeros[1] ?? 0) * 4 > head.length) return 'UTF-16LE';
	if ((zeros[0] ?? 0) * 4 > head.length) return 'UTF-16BE';
	if (bytes.includes(0)) return null;
	return decodeAs(bytes, 'gb18030') === null ? null : 'GB18030';
}

/** The first line that has a byte which is not UTF-8. */
function lineOfFault(bytes: Uint8Array): number {
	let line = 1;
	let start = 0;
	for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
		const text = decodeAs(bytes.subarray(start, end), 'utf-8');
		if (text === null || text.includes('\0')) break;
		line++;
		start = end + 1;
	}
	return line;
}

function withBom(file: string): Issue {
	return {
		rule: 'encoding',
		severity: 'error',
		file,
		line: 1,
		column: 1,
		message: {
			zh: '文件开头有字节顺序标记（BOM）：JSON不允许，这里的其他文件也用不着。',
			en: 'The file begins with a byte order mark (BOM), which JSON forbids and no file here needs.'
		},
		fix: {
			zh: '另存为“UTF-8”，不要选“带BOM的UTF-8”。',
			en: 'Save it as "UTF-8" rather than "UTF-8 with BOM".'
		}
	};
}

function withLostText(text: string, offset: number, file: string): Issue {
	const before = text.slice(0, offset);
	const around = text.slice(Math.max(0, offset - 6), offset + 4).replaceAll('\n', ' ');
	return {
		rule: 'encoding',
		severity: 'error',
		file,
		line: before.split('\n').length,
		column: offset - before.lastIndexOf('\n'),
		message: {
			zh: `“${around}”里有U+FFFD（\uFFFD），说明转换编码时丢了字。`,
			en: `"${around}" holds U+FFFD (\uFFFD), the sign of a character lost in a conversion.`
		},
		fix: {
			zh: '对照来源，把丢失的字补回来。',
			en: 'Write the lost character again from the source.'
		}
	};
}
