/** The office: shell, routes and all its rooms. */
export { mountOffice } from "./mount-office.tsx";
