import { expect, type CDPSession, type Page } from '@playwright/test';
import { atlas } from '../support/atlas';
import { openExplorer, SIZES } from '../support/explorer-page';
import { test } from '../support/test';

test.use({ viewport: SIZES.desk });

interface Counts {
	/** Pages that are still in memory, that which is open among them. */
	documents: number;
	bytes: number;
	nodes: number;
	listeners: number;
}

/** As `openExplorer` waits for the live map. */
const PATIENT = { timeout: 30_000 };

const sites = atlas.sites.filter(({ anchor }) => anchor).map(({ id }) => id);

/** What the page holds once all that nobody holds is gone. */
async function held(session: CDPSession): Promise<Counts> {
	// What the first leaves to finalizers goes with the second.
	await session.send('HeapProfiler.collectGarbage');
	await session.send('HeapProfiler.collectGarbage');
	const { metrics } = await session.send('Performance.getMetrics');
	const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
	return {
		documents: of('Documents'),
		bytes: of('JSHeapUsedSize'),
		nodes: of('Nodes'),
		listeners: of('JSEventListeners')
	};
}

function expectFlat(after: Counts, before: Counts, { listeners = 5, nodes = 90 } = {}): void {
	expect(after.documents).toBeLessThanOrEqual(before.documents);
	expect(after.listeners).toBeLessThanOrEqual(before.listeners + listeners);
	expect(after.nodes).toBeLessThanOrEqual(before.nodes + nodes);
	// The map keeps tiles of places that were seen: 1.4 MB more were measured with all else flat.
	expect(after.bytes).toBeLessThanOrEqual(before.bytes + 3 * 2 ** 20);
}

async function measuring(page: Page): Promise<CDPSession> {
	const session = await page.context().newCDPSession(page);
	await session.send('Performance.enable');
	await session.send('HeapProfiler.enable');
	return session;
}

test('two hundred choices, by the text, the list and keys, leave nothing behind', async ({
	page
}) => {
	test.setTimeout(600_000);
	await openExplorer(page);
	const session = await measuring(page);
	const root = page.locator('html');
	const counts: Counts[] = [];
	for (let n = 1; n <= 200; n++) {
		const before = await root.getAttribute('data-selected');
		const next = sites.filter((id) => id !== before)[(n * 7) % (sites.length - 1)] ?? '';
		const by = n % 4;
		if (by === 0) await page.keyboard.press('n');
		else if (by === 1) await page.keyboard.press('p');
		else {
			const place = by === 2 ? '[data-passage]' : '.list';
			await page.locator(`${place} a[data-site="${next}"]`).first().dispatchEvent('click');
			await expect(root).toHaveAttribute('data-selected', next);
		}
		await expect(root).not.toHaveAttribute('data-selected', before ?? '');
		const id = (await root.getAttribute('data-selected')) ?? '';
		await expect(page.locator(`.card[data-site="${id}"]`)).toBeVisible();
		if (n === 50 || n === 200) {
			// At the same place each time: cards differ in what can be pressed.
			await page
				.locator(`[data-passage] a[data-site="${sites[0]}"]`)
				.first()
				.dispatchEvent('click');
			await expect(page.locator(`.card[data-site="${sites[0]}"]`)).toContainText('来源');
			counts.push(await held(session));
		}
	}
	const [early, late] = counts as [Counts, Counts];
	test.info().annotations.push({ type: 'held', description: JSON.stringify(counts) });
	expectFlat(late, early);
});

test('twenty changes of the page leave nothing behind', async ({ page }) => {
	test.setTimeout(600_000);
	const session = await measuring(page);
	const counts: Counts[] = [];
	for (let n = 1; n <= 20; n++) {
		// To the other language and back, by way of the promises every other time.
		await openExplorer(page);
		await page.locator(`[data-passage] a[data-site="${sites[0]}"]`).first().click();
		await expect(page.locator('.card')).toBeVisible();
		if (n === 4 || n === 20) counts.push(await held(session));
		await page.getByRole('link', { name: 'English' }).click();
		await expect(page.locator('html')).toHaveAttribute('lang', 'en');
		if (n % 2) await page.goto('/progress/');
		else await expect(page.locator('html')).toHaveAttribute('data-map', 'ready', PATIENT);
	}
	const [early, late] = counts as [Counts, Counts];
	test.info().annotations.push({ type: 'held', description: JSON.stringify(counts) });
	// A page that stays has five hundred listeners and more than three thousand nodes. The pages of
	// one run differ by 370 nodes, which are no longer in the page and go with it.
	expectFlat(late, early, { listeners: 50, nodes: 500 });
});
