import { useSearchParams } from "wouter-preact";
import type { Order } from "../../hub";
import { ExportMenu } from "../../parts/export_menu";
import { FilterBar } from "../../parts/filter_bar";
import { Nothing } from "../../parts/nothing";
import { Page } from "../../parts/page";
import { PeriodPicker } from "../../parts/period_picker";
import { Loaded, More } from "../../parts/states";
import { usePlace } from "../../places/use_place";
import { useEvents } from "../../queries";
import { texts } from "../../texts";
import { EventTable } from "./event_table";

export function EventsPage() {
  const place = usePlace();
  const [order, setOrder] = useOrder();
  const query = useEvents(place.period, place.filters, order);
  return (
    <Page
      title={texts.events.title}
      lead={texts.events.lead}
      actions={
        <>
          <PeriodPicker period={place.period} today={place.today} onPick={place.setPeriod} />
          <ExportMenu period={place.period} />
        </>
      }
    >
      <FilterBar place={place} label={texts.filters.searchEvents} />
      <Loaded query={query} rows={10}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.items);
          if (rows.length === 0) {
            const { emptyTitle, empty } = texts.events;
            return <Nothing place={place} title={emptyTitle} lead={empty} />;
          }
          return (
            <>
              <EventTable rows={rows} order={order} onOrder={setOrder} period={place.period} />
              <More shown={rows.length} query={query} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

/** The order of the rows, in the address like everything else a link should keep. */
function useOrder(): [Order, (order: Order) => void] {
  const [params, setParams] = useSearchParams();
  const order = params.get("order") === "oldest" ? "oldest" : "newest";
  const setOrder = (to: Order) =>
    setParams((current) => {
      const next = new URLSearchParams(current);
      if (to === "newest") next.delete("order");
      else next.set("order", to);
      return next;
    });
  return [order, setOrder];
}
