package estimate

var selfHostedCloud = cloud{
	name: "self-hosted", containers: "containers", cluster: "a k3s cluster", front: "behind a load balancer", ownServers: true,
	sla: sla[string]{container: "server", function: "functions", balancer: "lb", gateway: "lb",
		cluster: "server", relational: "database", keyValue: "database"},
	shapes: []Shape{
		{ID: "self-hosted-monolith", Arch: Monolith, Title: "modular monolith on rented servers", form: onVMs, front: ownIngress},
		{ID: "self-hosted-server", Arch: Monolith, Title: "modular monolith and its database on one rented server", form: onOneServer, front: direct, lone: true},
		{ID: "self-hosted-functions", Arch: Serverless, Title: "scale-to-zero platform on rented servers", form: onOwnPlatform, front: ownIngress},
		{ID: "self-hosted-services", Arch: Microservices, Title: "services on a k3s cluster of rented servers", form: onKubernetes, front: ownIngress},
	},
}
