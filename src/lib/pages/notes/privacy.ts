import type { Note } from './note';

/** What the site keeps and sends; docs/privacy.md says the same for publishers, with the places in the code. */
export const privacy: Note = {
	zh: {
		title: '隐私说明',
		lead: '本站没有账号，不设Cookie，不作统计，不放广告，也不把任何内容发给编者或第三方。',
		parts: [
			{
				heading: '保存在您设备上的内容',
				points: [
					'您的选择：明暗主题、地图是否跟随阅读，以及最近查找过的地点（可在“查找”里清除）。',
					'供离线使用的整个网站；开启了省流量模式，或在别的网页里打开时，不保存。',
					'您在编辑台里编制的图志，每一步都存在本机，直到您把它删除。',
					'以上内容都只留在这个浏览器里。在浏览器设置中清除本站数据，就全部删除。'
				]
			},
			{
				heading: '不离开您设备的内容',
				points: [
					'您的位置：只在您点按“我的附近”后才向浏览器询问，只用来在本机计算距离，不写进链接，除非您自己选择写进去。',
					'您打开的文件：只在本机读取和显示，不上传，关闭页面后就不再保留。',
					'您输入的查找词。'
				]
			},
			{
				heading: '什么时候会连接别的网站',
				points: [
					'您在“图层”里选用别处的底图或图层，并且同意之后：提供它的网站会得知您的网络地址和您看到的范围。',
					'您点开来源、许可或地图应用的链接之后：链接里可以有地点的名称和坐标，没有您的位置。',
					'除此之外，页面只向本站的服务器取文件。服务器照例可能留有访问记录，由发布者负责。'
				]
			}
		],
		contact: '对隐私有疑问，请联系'
	},
	en: {
		title: 'Privacy',
		lead: 'This site has no accounts, sets no cookies, counts nobody and carries no advertising. It sends nothing of yours to the editors or to anybody else.',
		parts: [
			{
				heading: 'Kept on your device',
				points: [
					'Your choices: light or dark, whether the map follows your reading, and places that you looked for lately, which “Find” can forget.',
					'The whole site, for use without a network; not where you save data, nor in a frame of another page.',
					'Atlases that you make in the studio, each step of them, until you delete them.',
					'All of it stays in this browser. Clearing the data of this site in the settings of the browser deletes it.'
				]
			},
			{
				heading: 'What never leaves your device',
				points: [
					'Your position. The browser is asked for it only when you tap “Near me”; distances are worked out on the device, and no link has it unless you put it there.',
					'Files that you open. They are read and shown on the device, never uploaded, and gone when the page is closed.',
					'What you type to find something.'
				]
			},
			{
				heading: 'When other sites are asked',
				points: [
					'When you choose a base map or a layer from elsewhere under “Layers” and agree: its host learns your network address and what part of the map you look at.',
					'When you follow a link to a source, a licence or a map app. It may carry the name and position of a place, never yours.',
					'Otherwise pages ask for files of this site alone. Its server may log visits as servers do; that is up to its publisher.'
				]
			}
		],
		contact: 'Questions about privacy'
	}
};
