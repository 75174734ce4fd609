import type { Page } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The texts of an atlas's folder by their paths in it. */
export function folderTexts(dir: string): Record<string, string> {
	const files = readdirSync(dir, { recursive: true, withFileTypes: true });
	return Object.fromEntries(
		files.flatMap((file) => {
			if (!file.isFile() || !/\.(?:json|geojson|md)$/.test(file.name)) return [];
			const path = join(file.parentPath, file.name);
			return [[path.slice(dir.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]];
		})
	);
}

/**
 * Keeps a work on the device as the studio would, and opens it.
 *
 * @param studio address of the studio's page
 * @returns the work's id
 */
export async function openWork(
	page: Page,
	studio: string,
	texts: Record<string, string>
): Promise<string> {
	await page.goto(studio);
	// The page makes the stores.
	await page.locator('[data-start]').waitFor({ state: 'attached' });
	const id = 'test-work';
	const title = { zh: '试验图志', en: 'Test atlas' };
	await page.evaluate(
		async ({ id, title, texts }) => {
			const db = await new Promise<IDBDatabase>((resolve, reject) => {
				const request = indexedDB.open('atlas-studio');
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(new Error('The studio has no database.'));
			});
			const transaction = db.transaction(['works', 'origins'], 'readwrite');
			const changed = new Date().toISOString();
			transaction.objectStore('works').put({ id, title, at: 0, changed, owner: null });
			transaction.objectStore('origins').put({ texts, others: {} }, id);
			await new Promise((resolve) => (transaction.oncomplete = resolve));
			db.close();
		},
		{ id, title, texts }
	);
	await page.goto(`${studio}#${id}`);
	await page.locator('.desk').waitFor();
	return id;
}
