package estimate

// Essay explains one model in a screen: at most 24 lines of 78 columns.
type Essay struct {
	Title   string
	Text    string
	Sources []string // ids of evidence
}

// Essays are the models in the order in which a number comes about.
func Essays() []Essay {
	return []Essay{
		{"Capacity: how many servers", capacityEssay, []string{"erlang-1917", "cloud-run-autoscaling", "lmi-calculator"}},
		{"Response time: median and 99th percentile", latencyEssay, []string{"erlang-1917", "fenton-1960"}},
		{"Cold starts", coldEssay, []string{"simfaas-2021", "mikhail-cold-starts", "lambda-perf"}},
		{"Functions and containers paid by the request", functionEssay, []string{"lambda-pricing", "functions-gen1-pricing", "azure-functions-flex"}},
		{"The monthly bill", billEssay, []string{"infracost-tests", "lambda-pricing"}},
		{"Splitting: what services cost in machines", splitEssay, []string{"villamizar-2017", "blinowski-2022", "jaskot", "count-services"}},
		{"Availability", availabilityEssay, []string{"cloud-sla", "beta-factor", "dora-2024"}},
		{"People to run it", operationsEssay, []string{"platform-ratios", "khan-academy"}},
		{"The move from what runs today", migrationEssay, []string{"count-moves", "otto", "snap", "wix", "netflix", "invision"}},
		{"What the models do not know", scenarioEssay, []string{"mikhail-cold-starts", "villamizar-2017", "platform-ratios"}},
	}
}

const capacityEssay = `What       The number of instances, and their size, of everything always on.
From       load.peak_rps, mean_rps, idle_share, cacheable_share; work.cpu_ms,
           duration_ms, memory_mb, interaction.

Load in erlangs is requests per second (after the cache) x CPU seconds. A pool
gets the fewest vCPUs that are at most 60 % busy in the busiest minute and let
at most one request in five wait (Erlang C, solved exactly). Memory of the
requests in flight may ask for more. Two copies at least. The size is the
cheapest that does it; burstable machines only while small and within their
baseline. The fleet follows the load: idle hours pay for two copies, active
hours for their mean. Events are sized between mean and peak, batch at the
mean: a queue levels them.

Surges: until new instances have started (45 s containers, 120 s servers) the
excess queues. If that keeps the p99 target, it queues and shows as latency;
if not, head-room is bought and shows as cost. Never both.

Not true   when requests do not overlap while they wait (one process per
           request), when one instance is limited by locks (Amdahl's
           and Gunther's laws), or when a day has two very different plateaus.`

const latencyEssay = `What       p50 and p99 of a request in the busiest minute.
From       work.duration_ms, work.cpu_ms, the servers of the capacity model,
           the number of services in a chain, the share of cold starts.

Mean and variance of each stage add up: the work itself, waiting for a CPU
(M/M/c, Erlang C solved exactly), one call per further service, the front
door, a hand-off. The lognormal law with that mean and variance gives the
percentiles. Percentiles are never added: ten stages with a p99 of 4.6 have
a p99 of 18.8 together, not 46.

The work varies alike in every shape. A function's CPU share stretches its CPU
time (one vCPU at 1,769 MB on Lambda). If more than one request in a hundred
starts cold, the p99 is a cold one.

How good   the probability of waiting, against simulation with two million
           customers and service times of other laws: within 3 %.
Not true   with heavy tails (a lock, a garbage collector, a noisy neighbour),
           when stages slow down together, or with retries under overload.`

const coldEssay = `What       The share of requests that start a new instance, and how long that
           takes.
From       load.mean_rps in the hours with traffic, split over the functions;
           work.duration_ms; load.surge_per_minute; work.runtime; the cloud.

An idle instance is kept for some minutes (the provider does not promise how
many: 6 on AWS, 15 on Google and Azure here, halved and doubled by the
scenarios). Requests go to the most recently used one. For Poisson arrivals
the share of cold requests has a closed form; with nearly no load it is
exp(-rate x lifetime). In a surge the missing instances come on top.
The length is a hello-world of the runtime (17 ms Rust to 268 ms .NET,
measured 2026-08) x what a real application adds (3, 1.5 to 8) x the cloud.

How good   against 20 measured AWS runs: 12.9 % off in the share, 3.3 % in the
           number of instances.
Not true   for timers that fire at once, for several requests in one instance,
           and the share does not fall evenly: more load can mean more.`

const functionEssay = `What       What is billed for functions and for scale-to-zero containers.
From       load.mean_rps (after the cache), work.duration_ms, work.cpu_ms,
           work.memory_mb, work.handoffs, quality.p99_ms.

A function pays wall time, waiting included, x memory, in the provider's steps
and minimums (1 ms on Lambda; 100 ms on Google; 100 ms or 1 s at least on
Azure). Memory is what a request needs, raised only as far as the p99 target
asks for more CPU. A hand-off is one more invocation and three queue calls. An
HTTP API charges each request; a load balancer charges hours and a little.

A container that takes many requests at once pays while it serves at least
one: with a in flight, 1 - exp(-a) instances when few, a/k when k share one.

So the winner hangs on cpu against wall, memory and the front door, never on
the number of requests alone: published break-evens differ by a factor of 150.

Not true   init time (billed by AWS since 2025) and ephemeral disk are left
           out; committed-use discounts are for every shape.`

const billEssay = `What       The infrastructure bill of a month of 730 hours, line by line.
From       all of load and work, budget.environments, domain.modules,
           team.deploys_per_week, constraints.cloud; dated, sourced prices.

Compute; volumes; front door; addresses or NAT, whichever is cheaper; traffic
to users (the cached part too) and between zones; queues; a store; logs (all
of the first 200 req/s, a tenth beyond); metrics; CI minutes. The other
environments have one small copy of everything and 2 % of the traffic.

The store is relational (twice where the target asks for a standby: at 99.9 %
it does) or key-value by the request if
no joins are needed and that is cheaper. One for a monolith or functions, one
for every three services. Three queries a request (1 to 10 in the scenarios).

Tiers, steps, minimums and monthly grants (one account; none that ends after
a year) are those of the book. The lines add up to the total exactly. More
load never costs less (tested in every shape).

Not true   for discounts, support plans, data already there, and specialised
           services (search, video, GPUs: gpu is a gate question, not priced).
People are a line of their own and never in this bill.`

const splitEssay = `What       What the same work costs as services instead of one process.
From       domain.modules, team.engineers, team.teams, domain.services_now.

Services     those that run today; else one per module, as far as teams, or
             pairs of engineers, can own them.
Overhead     encoding and network multiply CPU by 1.05 to 5 (2.3 in the
             middle) on at most 10 ms of CPU a request. The studies disagree
             (6 % to 79 % slower; cheaper once), so it is a range, and equal
             when business logic runs long.
Pooling      k small pools need about sqrt(k) times the head-room of one: at 4
             erlangs 8 pools need three times the slots, at 400 14 % more.
Floor        two copies each, however small.
Kubernetes   nodes share CPU among services; sidecars, node systems and the
             control plane come on top.
Calls        1 + ln(services) services answer one request, half of the calls
             cross zones.

Not true   if one service is far hotter than the rest: all get the same share.`

const availabilityEssay = `What       The share of a month in which a request succeeds.
From       the parts of the shape, team.deploys_per_week, team.ops_maturity,
           domain.data_coupling, domain.lockstep_changes.

Platform   each thing that a request needs, once, in series. The figures are
           SLAs (2023-01 and later): thresholds for refunds, not forecasts.
           Replicas fail as k of n, a tenth of the time together.
Changes    deploys x share that fail (5 % to 40 % by maturity, DORA) x one in
           ten that stops everything x hours to undo it; beyond one deploy per
           two engineers and week, more deploys are smaller ones. In one
           process it stops all requests; among services those that pass the
           broken one, and more the more data they share.
Chain      every further own service and store in the way of a request costs.

So a chain of services has more to fail, and a failure hits fewer: which one
prevails depends on coupling and on how often what is deployed.

Not true   for regional outages, overload after partial failures, attacks and
           dependencies that the profile does not know. Differences between
           SLAs are noise: do not choose by them.`

const operationsEssay = `What       People needed to run it, in full-time equivalents, and their cost.
From       services, budget.environments, stores, team.ops_maturity,
           both experiences, team.platform_engineers, compliance names.

A floor (0.1), a rota (0.15, one more per 15 services; 0.08 for functions),
0.03 per further environment, 0.03 per store. Servers 0.12 and 0.01 each;
managed containers 0.04 and 0.05 per service; Kubernetes 0.4 and 0.06 per
service; functions 0.006 each. Self-hosting multiplies by 2.5. All that x 0.7
(advanced) to 1.6 (none) for maturity; deployables x experience, lighter with
a platform team. Each compliance name adds 0.05 and 0.005 per deployable.

The coefficients are ours. They are bounded by what was published: 5 operators
for 85 engineers, 40 for 800, 8 for 2,000 on a platform; 3 of 20 where it
failed. The scenarios go from 0.6 to 1.6 times.

It is money of another kind and is scored under simplicity, never under cost.

Not true   where one platform team serves many systems: the work is counted in
           full here.`

const migrationEssay = `What       Calendar months and engineer-months from what runs today.
From       domain.current, domain.services_now, team.engineers, domain.stage,
           domain.data_coupling.

To services     12 engineer-months per service, a quarter of the engineers on
                it: 24 months for the organisations that published theirs
                (OTTO, Snap, Wix; Netflix took 84). Half from functions.
To functions    4.5 months (FINRA, Thomson Reuters, Yubl, Shamrock: 3 to 6).
Merging back    three weeks a service, two people (InVision).
Out of functions  three months: accounts say months and give no number.

Scaled by the stage of the product (an idea 0.15, mature 1) and by how much
the modules share data (0.7 to 1.5). Nothing today, or the same kind: no move.

Not true   these are the accounts of those who finished, mostly hundreds of
           engineers; feature freezes and running both at once come on top.`

const scenarioEssay = `What       Eight settings of what no profile states and nobody knows exactly.

                                   low    middle   high   seen in
idle lifetime of an instance       x0.5   x1       x2     mikhail.io 2018-22
CPU overhead of services           1.05   2.29     5      6 studies, 2016-23
one call between services          0.5    1.5      4 ms   pings, encoding
variation of a request's time      0.25   0.6      1.5    assumption
cold start, real over hello-world  1.5    3        8      assumption
database queries a request         1      3        10     assumption
failed changes that stop all       2 %    10 %     30 %   assumption
people to run it                   x0.6   x1       x1.6   1:20 to 1:10

Each range is cut into eighths; every scenario takes one eighth of each, and
every eighth is taken once. The draws of a decision go through all eight, so
its probabilities and its low and high include them. What is shown as expected
is the middle of all.

Changing an assumption: they stand in the price books with source and date and
can be overlaid with --prices FILE.`
