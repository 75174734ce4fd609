import { startWorker } from '../map/map-worker';
import { hasWebgl2 } from '../map/webgl';
import { afterPaint } from './after-paint';

/** What the first paint does without: each part comes when it is asked for. */
export const loadLater = {
	card: async () => (await import('./SiteCard.svelte')).default,
	coordinates: async () => (await import('./Coordinates.svelte')).default,
	chooser: async () => (await import('./Chooser.svelte')).default,
	find: async () => (await import('./find/find-panel')).openFind,
	legend: async () => (await import('./LegendContent.svelte')).default,
	newVersion: async () => (await import('./offline/NewVersion.svelte')).default,
	place: async () => (await import('./offline/place')).restorePlace,
	shown: async () => (await import('./work-out-shown')).workOutShown,
	swipe: async () => (await import('./Swipe.svelte')).default,
	timeBar: async () => (await import('./TimeBar.svelte')).default,
	tools: async () => (await import('./tools/ToolsPanel.svelte')).default,
	dropTarget: async () => (await import('./tools/files/DropTarget.svelte')).default,
	files: async () => (await import('./tools/files/own-files-of')).takeFiles,
	outside: async () => (await import('./tools/bases/outside-of')).outsideOf,
	outsideNotices: async () => (await import('./tools/bases/OutsideNotices.svelte')).default,
	map: async () => (await import('./live-map')).openLiveMap,
	picture: async () => (await import('./picture/picture-files')).pictureFiles,
	share: async () => (await import('./share/ShareDialog.svelte')).default
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
