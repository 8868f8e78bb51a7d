package estimate

// item is one thing that a bill can charge for. A cloud's book resolves each
// item that its shapes use to a price; machines and database sizes follow the
// fixed items, one each.
type item uint8

const (
	itVCPU         item = iota // managed containers, per vCPU and hour or second
	itMemory                   // managed containers, per GB and hour or second
	itBusyVCPU                 // the same where only serving is billed in full
	itIdleVCPU                 // and waiting at a lower price
	itBusyMemory               // memory of such containers
	itControlPlane             // managed Kubernetes
	itDisk                     // volumes of servers
	itDoorHour                 // load balancer, per hour
	itDoorUnit                 // load balancer, per capacity unit or GB
	itDoorDataIn               // load balancer, per GB in
	itGateway                  // HTTP API, per request
	itMessages                 // websocket API, per message
	itCalls                    // functions, per request
	itRun                      // functions, per GB-second
	itRunCPU                   // functions, per GHz-second where CPU is billed apart
	itWarm                     // provisioned concurrency, per GB-second kept
	itWarmRun                  // provisioned concurrency, per GB-second used
	itFlexCalls                // functions with larger instances, per request
	itFlexRun                  // functions with larger instances, per GB-second
	itZeroCPU                  // containers billed per request, per vCPU-second
	itZeroMemory               // containers billed per request, per GB-second
	itZeroCalls                // containers billed per request, per request
	itNATHour                  //
	itNATGB                    //
	itAddress                  // public address, per hour
	itEgress                   // to users, per GB
	itCrossZone                // between zones, per GB
	itLogs                     // ingested, per GB
	itLogStore                 // kept, per GB-month
	itMetrics                  // per metric
	itCI                       // build minutes
	itStoreGB                  // database storage
	itServerlessDB             // database capacity units, per hour
	itReads                    // key-value store
	itWrites                   //
	itKeyGB                    // key-value storage
	itQueue                    // messages between parts
	numFixedItems
)

// maxItems bounds the items of one book, machines included; maxLines the lines
// of one bill.
const (
	maxItems = 80
	maxLines = 40
)

// tier is a price up to a quantity per month.
type tier struct {
	upTo, price float64
}

// priced is an item of one book, ready to be multiplied.
type priced struct {
	tiers [4]tier
	n     int     // tiers in use, 0: this book does not have the item
	free  float64 // quantity granted per month
}

// cost is what a monthly quantity costs, grants and tiers included. It never
// falls when the quantity grows.
func (p *priced) cost(quantity float64) float64 {
	q := quantity - p.free
	if q <= 0 {
		return 0
	}
	if p.n == 1 {
		return q * p.tiers[0].price
	}
	return p.tiered(q)
}

func (p *priced) tiered(q float64) float64 {
	sum, from := 0.0, 0.0
	for i := 0; i < p.n; i++ {
		t := p.tiers[i]
		if i == p.n-1 || q <= t.upTo {
			return sum + (q-from)*t.price
		}
		sum += (t.upTo - from) * t.price
		from = t.upTo
	}
	return sum
}

// sheet is a bill in the making: quantities of items, without an allocation.
type sheet struct {
	lines [maxLines]sheetLine
	n     int
}

type sheetLine struct {
	item     item
	quantity float64
}

// add puts a quantity on the sheet; nothing is no line. A second line of an
// item joins the first, because tiers and grants go by the total.
func (s *sheet) add(it item, quantity float64) {
	if quantity <= 0 {
		return
	}
	for i := 0; i < s.n; i++ {
		if s.lines[i].item == it {
			s.lines[i].quantity += quantity
			return
		}
	}
	s.lines[s.n] = sheetLine{it, quantity}
	s.n++
}

// total is the sum of the lines in their order: the bill adds the same numbers
// in the same order, so that it agrees to the last bit.
func (b *book) total(s *sheet) float64 {
	sum := 0.0
	for i := 0; i < s.n; i++ {
		sum += b.items[s.lines[i].item].cost(s.lines[i].quantity)
	}
	return sum
}
