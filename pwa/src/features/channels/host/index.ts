/** A channel put on a host: a WebDAV folder or an object store. Apart from the other rooms, for few ever come here. */
export { HostRoom } from "./host-room.tsx";
