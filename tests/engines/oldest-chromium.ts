import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** The last package that has the oldest Chromium which docs/browsers.md promises. */
const PACKAGE = '@sparticuz/chromium@107.0.0';
const FOLDER = join(tmpdir(), 'district-atlas-chromium-107');

/**
 * Path of Chromium 107 for Linux x64, with its SwiftShader beside it. Fetched once by npm (54 MB,
 * too much for a dependency of everyone) and kept in the system's folder for temporary files.
 * It needs the libraries that Debian's Chromium needs. Throws where npm can't fetch it.
 */
export function oldestChromium(): string {
	const program = join(FOLDER, 'chromium');
	if (existsSync(program)) return program;
	// Put into place whole, so that what is there is complete.
	const draft = `${FOLDER}.draft`;
	rmSync(draft, { recursive: true, force: true });
	mkdirSync(draft, { recursive: true });
	const archive = execFileSync('npm', ['pack', PACKAGE, '--silent'], {
		cwd: draft,
		encoding: 'utf8'
	}).trim();
	execFileSync('tar', ['-xzf', archive], { cwd: draft });
	const unpack = (name: string, mode: number) =>
		writeFileSync(
			join(draft, name),
			brotliDecompressSync(readFileSync(join(draft, 'package/bin', `${name}.br`))),
			{ mode }
		);
	unpack('chromium', 0o755);
	unpack('swiftshader.tar', 0o644);
	execFileSync('tar', ['-xf', 'swiftshader.tar'], { cwd: draft });
	for (const rest of [archive, 'package', 'swiftshader.tar'])
		rmSync(join(draft, rest), { recursive: true });
	renameSync(draft, FOLDER);
	return program;
}
