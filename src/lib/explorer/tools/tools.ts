import type { Component } from 'svelte';
import type { Tool } from '../../view/view';

/** The tools of the panel; each comes when it is opened. */
export const loadTool: Record<Tool, () => Promise<Component>> = {
	filter: async () => (await import('./FilterTool.svelte')).default,
	files: async () => (await import('./files/FilesTool.svelte')).default
};
