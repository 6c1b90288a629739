// The SKU of a variant, which is what people know it by.
import { useVariant } from './variants';

export function VariantSku({ id }: { id: string }) {
  return <span dir="auto">{useVariant(id).data?.sku ?? '…'}</span>;
}
