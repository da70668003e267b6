import { z } from 'zod';
import { identifier, limited } from './text.ts';

const label = limited(20);

const point = z.strictObject({ label, value: z.number() });
const series = z.strictObject({ name: label, data: z.array(point).min(1).max(20) });

type Plot = { series: z.infer<typeof series>[]; axis_config: { categories: string[] } };

/** Every series has one point for each category. */
function fillsCategories({ series: all, axis_config: { categories } }: Plot): boolean {
  return all.every(({ data }) => {
    const labels = new Set(data.map((one) => one.label));
    return (
      labels.size === data.length && data.length === categories.length && categories.every((one) => labels.has(one))
    );
  });
}

const isUnique = (list: string[]) => new Set(list).size === list.length;

function plot<T extends string>(type: T) {
  return z
    .strictObject({
      type: z.literal(type),
      series: z
        .array(series)
        .min(1)
        .max(6)
        .refine((all) => isUnique(all.map(({ name }) => name)), 'series names must be unique'),
      axis_config: z.strictObject({
        categories: z.array(label).min(1).max(20).refine(isUnique, 'categories must be unique'),
        x_label: limited(50).optional(),
        y_label: limited(50).optional(),
      }),
    })
    .refine(fillsCategories, 'every series must have one point per category');
}

const slice = z.strictObject({ label, value: z.number().positive() });
const pie = z.strictObject({ type: z.literal('pie'), segments: z.array(slice).min(1).max(6) });

export const chart = z.strictObject({
  type: z.literal('data_visualization'),
  block_id: identifier.optional(),
  title: limited(50, 0),
  chart: z.discriminatedUnion('type', [plot('line'), plot('bar'), plot('area'), pie]),
});
