import type { Component } from 'svelte';
import type { Tool } from '../../view/view';

/** The tools of the panel; each comes when it is opened. */
export const loadTool: Record<Tool, () => Promise<Component>> = {
	filter: async () => (await import('./FilterTool.svelte')).default,
	layers: async () => (await import('./LayersTool.svelte')).default,
	measure: async () => (await import('./measure/MeasureTool.svelte')).default,
	compare: async () => (await import('./compare/CompareTool.svelte')).default,
	table: async () => (await import('./TableTool.svelte')).default,
	export: async () => (await import('./ExportTool.svelte')).default,
	files: async () => (await import('./files/FilesTool.svelte')).default
};
