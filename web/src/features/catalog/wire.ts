// The shapes of the API that this feature speaks of.
import type { Schemas } from '~/api';

export type Listed = Schemas['catalog.ListedProduct'];
export type Product = Schemas['catalog.View'];
export type ProductChange = Schemas['catalog.ProductChange'];
export type Variant = Schemas['catalog.Variant'];
export type VariantChange = Schemas['catalog.VariantChange'];
export type ListedVariant = Schemas['catalog.ListedVariant'];
export type Price = Schemas['catalog.Price'];
export type Part = Schemas['catalog.Part'];
export type State = Schemas['catalog.State'];
export type VatClass = Schemas['taxes.VatClass'];
