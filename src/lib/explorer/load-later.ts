import { startWorker } from '../map/map-worker';
import { hasWebgl2 } from '../map/webgl';
import { afterPaint } from './after-paint';
import { partOf } from './part-of';

/** What the first paint does without: each part comes when it is asked for. */
export const loadLater = {
	card: async () => partOf(await import('./SiteCard.svelte')),
	coordinates: async () => partOf(await import('./Coordinates.svelte')),
	chooser: async () => partOf(await import('./Chooser.svelte')),
	find: async () => (await import('./find/find-panel')).openFind,
	legend: async () => partOf(await import('./LegendContent.svelte')),
	newVersion: async () => partOf(await import('./offline/NewVersion.svelte')),
	place: async () => (await import('./offline/place')).restorePlace,
	shown: async () => (await import('./work-out-shown')).workOutShown,
	swipe: async () => partOf(await import('./Swipe.svelte')),
	timeBar: async () => partOf(await import('./TimeBar.svelte')),
	tools: async () => partOf(await import('./tools/ToolsPanel.svelte')),
	dropTarget: async () => partOf(await import('./tools/files/DropTarget.svelte')),
	files: async () => (await import('./tools/files/own-files-of')).takeFiles,
	outside: async () => (await import('./tools/bases/outside-of')).outsideOf,
	outsideNotices: async () => partOf(await import('./tools/bases/OutsideNotices.svelte')),
	map: async () => (await import('./live-map')).openLiveMap,
	picture: async () => (await import('./picture/picture-files')).pictureFiles,
	share: async () => partOf(await import('./share/ShareDialog.svelte'))
};

/** Has the code of the live map come while the page wakes up, once something has been painted. */
export function loadMapAhead(): void {
	const isPainted = performance.getEntriesByName('first-contentful-paint').length > 0;
	if (isPainted) load();
	else afterPaint(load);
}

function load(): void {
	if (!hasWebgl2()) return;
	startWorker();
	// Who opens the map asks again, and tells what failed.
	loadLater.map().catch(() => {});
}
