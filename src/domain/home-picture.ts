/** The picture of App Home as Slack has it: its file, the hash of what it shows, and its numbers in words. */
export type HomePicture = { fileId: string; stamp: string; words: string };

/** How many whole days the picture shows. */
export const HOME_PICTURE_DAYS = 14;
