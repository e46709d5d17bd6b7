import { Reading, Table } from "../parts/reading";
import { texts } from "../texts";

const words = texts.shipping;

export function ShippingPage() {
  return (
    <Reading title={words.title} intro={words.intro} sections={words.sections}>
      <Table caption={words.caption} head={words.head} rows={words.rows} />
    </Reading>
  );
}
