import type { Page } from 'playwright';

/** Has the page note the time of each frame. */
const NOTE_FRAMES = `{
	const isNoting = 'frameTimes' in window;
	window.frameTimes = [];
	const note = (time) => {
		window.frameTimes.push(time);
		requestAnimationFrame(note);
	};
	if (!isNoting) requestAnimationFrame(note);
}`;

/** Drags the map for 120 steps and gives the milliseconds between the frames. */
export async function dragMap(page: Page): Promise<number[]> {
	const box = await page.locator('section.map').boundingBox();
	if (!box) throw new Error('There is no map to drag.');
	const x = box.x + box.width / 2;
	const y = box.y + box.height / 2;
	await page.evaluate(NOTE_FRAMES);
	await page.mouse.move(x, y);
	await page.mouse.down();
	for (let i = 1; i <= 120; i++) await page.mouse.move(x + i * 2, y + Math.sin(i / 10) * 60);
	await page.mouse.up();
	const times = await page.evaluate(
		() => (window as unknown as { frameTimes: number[] }).frameTimes
	);
	return times.slice(1).map((time, i) => time - times[i]!);
}
