declare module 'subset-font' {
	/** The part of subset-font that we use; the package brings no types. */
	export default function subsetFont(
		font: Uint8Array,
		text: string,
		options: {
			targetFormat: 'woff2' | 'truetype';
			noHinting: boolean;
			keepFeatures: string[];
			preserveNameIds: number[];
		}
	): Promise<Uint8Array>;
}
