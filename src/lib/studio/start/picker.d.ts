/** File System Access, which TypeScript's DOM has in part: https://wicg.github.io/file-system-access/ */
interface Window {
	showDirectoryPicker?: (options?: {
		id?: string;
		mode?: 'read' | 'readwrite';
	}) => Promise<FileSystemDirectoryHandle>;
}

interface FileSystemHandle {
	queryPermission?: (descriptor: { mode: 'read' | 'readwrite' }) => Promise<PermissionState>;
	requestPermission?: (descriptor: { mode: 'read' | 'readwrite' }) => Promise<PermissionState>;
}
