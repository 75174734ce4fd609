import type { Component } from 'svelte';
import type { Tool } from '../../view/view';
import { partOf } from '../part-of';

/** The tools of the panel; each comes when it is opened. */
export const loadTool: Record<Tool, () => Promise<Component>> = {
	filter: async () => partOf(await import('./FilterTool.svelte')),
	layers: async () => partOf(await import('./LayersTool.svelte')),
	measure: async () => partOf(await import('./measure/MeasureTool.svelte')),
	compare: async () => partOf(await import('./compare/CompareTool.svelte')),
	table: async () => partOf(await import('./TableTool.svelte')),
	export: async () => partOf(await import('./ExportTool.svelte')),
	files: async () => partOf(await import('./files/FilesTool.svelte'))
};
