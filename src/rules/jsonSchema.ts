import * as z from 'zod/mini';
import { packSchema } from './pack.js';

/** The JSON Schema of a rule pack file, for editors. */
export function packJsonSchema(): object {
  return {
    title: 'Deal Lens rule pack',
    ...z.toJSONSchema(packSchema, { target: 'draft-7' }),
  };
}
