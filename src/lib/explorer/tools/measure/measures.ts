import type { Component } from 'svelte';
import type { MeasureName } from '../../../view/measure';

/** The measuring tools; each comes when it is opened. */
export const loadMeasure: Record<MeasureName, () => Promise<Component>> = {
	shape: async () => (await import('./ShapeMeasure.svelte')).default,
	catchment: async () => (await import('./CatchmentMeasure.svelte')).default,
	nearest: async () => (await import('./NearestMeasure.svelte')).default,
	line: async () => (await import('./LineMeasure.svelte')).default
};
