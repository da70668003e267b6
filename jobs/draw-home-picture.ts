import { drawHomePicture as draw } from '../src/flows/draw-home-picture.ts';
import type { Job } from './job.ts';

/** Draws the picture of App Home: once a day, in two steps. */
export const drawHomePicture: Job = { name: 'draw-home-picture', schedule: '*/10 * * * * *', run: draw };
