import { Reading, Table } from "../parts/reading";
import { texts } from "../texts";

const words = texts.sizes;

export function SizesPage() {
  return (
    <Reading title={words.title} intro={words.intro}>
      <Table caption={words.clothes} head={words.clothesHead} rows={words.clothesRows} />
      <Table caption={words.boots} head={words.bootsHead} rows={words.bootsRows} />
    </Reading>
  );
}
