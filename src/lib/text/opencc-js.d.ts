declare module 'opencc-js/dict/TSCharacters' {
	/** Traditional characters, each followed by its simplified ones: `丟 丢|並 并|…`. */
	const pairs: string;
	export default pairs;
}
