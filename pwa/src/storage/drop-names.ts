import { Dexie } from "dexie";

/** The database of what names people; see `personal/personal-db.ts`, which only the ledgers may open. */
export const PERSONAL_NAME = "dianbo-personal";

/** Deletes all that names people here, unread: the book it belonged to has moved away and its copy goes too. */
export const dropNames = async (name: string = PERSONAL_NAME): Promise<void> => {
  await Dexie.delete(name);
};
