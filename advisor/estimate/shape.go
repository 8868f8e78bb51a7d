package estimate

// Shape is one way to deploy an architecture on one cloud: the unit that is
// sized, priced and compared. Which shape stands for its architecture is
// decided by the advisor.
type Shape struct {
	ID    string       // "aws-functions-http", stable, for tests and machines
	Arch  Architecture //
	Cloud int          // index in the options of constraints.cloud
	Title string       // "functions behind an HTTP API", without sizes

	form form
	door door
}

// form is what a shape's compute is made of.
type form uint8

const (
	onVMs         form = iota // whole application on virtual machines
	onContainers              // whole application on managed containers
	perService                // a managed container service per deployable
	onKubernetes              // services on a managed or own Kubernetes cluster
	onFunctions               // functions, one request per instance
	onWarm                    // functions with provisioned concurrency
	onScaleToZero             // containers billed per request, many requests per instance
	onOwnPlatform             // scale-to-zero platform on the team's own cluster
)

// door is what stands in front of the compute.
type door uint8

const (
	balancer   door = iota // load balancer, by the hour and by capacity units
	gateway                // HTTP API, by the request
	direct                 // the platform's own URL, included in its price
	ownIngress             // a proxy on the team's own servers
)

// The clouds, in the order of the options of constraints.cloud.
const (
	aws = iota
	gcp
	azure
	selfHosted
	numClouds
)

// cloudNames are the names of the price books.
var cloudNames = [numClouds]string{"aws", "gcp", "azure", "self-hosted"}

// shapes lists every shape of every cloud: simpler first within a cloud.
var shapes = []Shape{
	{"aws-monolith-vms", Monolith, aws, "modular monolith on VMs behind an ALB", onVMs, balancer},
	{"aws-monolith-containers", Monolith, aws, "modular monolith on Fargate behind an ALB", onContainers, balancer},
	{"aws-functions-http", Serverless, aws, "functions behind an HTTP API", onFunctions, gateway},
	{"aws-functions-balancer", Serverless, aws, "functions behind an ALB", onFunctions, balancer},
	{"aws-functions-warm", Serverless, aws, "functions behind an HTTP API, kept warm", onWarm, gateway},
	{"aws-services-containers", Microservices, aws, "services on Fargate", perService, balancer},
	{"aws-services-kubernetes", Microservices, aws, "services on EKS", onKubernetes, balancer},

	{"gcp-monolith-vms", Monolith, gcp, "modular monolith on VMs behind a load balancer", onVMs, balancer},
	{"gcp-monolith-containers", Monolith, gcp, "modular monolith on Cloud Run, always on", onContainers, direct},
	{"gcp-functions-http", Serverless, gcp, "functions behind their own HTTPS trigger", onFunctions, direct},
	{"gcp-functions-balancer", Serverless, gcp, "functions behind a load balancer", onFunctions, balancer},
	{"gcp-scale-to-zero", Serverless, gcp, "Cloud Run services billed per request", onScaleToZero, direct},
	{"gcp-services-containers", Microservices, gcp, "services on Cloud Run, always on", perService, balancer},
	{"gcp-services-kubernetes", Microservices, gcp, "services on GKE", onKubernetes, balancer},

	{"azure-monolith-vms", Monolith, azure, "modular monolith on VMs behind an Application Gateway", onVMs, balancer},
	{"azure-monolith-containers", Monolith, azure, "modular monolith on Container Apps, always on", onContainers, direct},
	{"azure-functions-http", Serverless, azure, "functions behind API Management", onFunctions, gateway},
	{"azure-functions-url", Serverless, azure, "functions behind their own URL", onFunctions, direct},
	{"azure-scale-to-zero", Serverless, azure, "Container Apps scaled to zero", onScaleToZero, direct},
	{"azure-services-containers", Microservices, azure, "services on Container Apps, always on", perService, direct},
	{"azure-services-kubernetes", Microservices, azure, "services on AKS", onKubernetes, balancer},

	{"self-hosted-monolith", Monolith, selfHosted, "modular monolith on rented servers", onVMs, ownIngress},
	{"self-hosted-functions", Serverless, selfHosted, "scale-to-zero platform on rented servers", onOwnPlatform, ownIngress},
	{"self-hosted-services", Microservices, selfHosted, "services on a k3s cluster of rented servers", onKubernetes, ownIngress},
}
